<?php
/*
 * Writes posts as users of WordPress do, so that what it takes out for each role is taken out. Run by
 * scripts/try-wordpress.mjs:
 *   php posts.php FOLDER-OF-WORDPRESS < [{ "name", "user", "content", "comment"? }]
 * Prints { name: { id, content } }.
 */
$_SERVER['HTTP_HOST']       = getenv( 'DVC_WORDPRESS_HOST' );
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
$_SERVER['HTTP_USER_AGENT'] = 'dvc-widgets';
require $argv[1] . '/wp-load.php';

$made = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $post ) {
	wp_set_current_user( get_user_by( 'login', $post['user'] )->ID );
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $post['name'],
				'post_content' => $post['content'],
				'post_status'  => 'publish',
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() . "\n" );
		exit( 1 );
	}
	if ( isset( $post['comment'] ) ) {
		wp_set_current_user( 0 );
		wp_new_comment(
			wp_slash(
				array(
					'comment_post_ID'      => $id,
					'comment_content'      => $post['comment'],
					'comment_author'       => 'Khách',
					'comment_author_email' => 'khach@example.com',
					'comment_author_url'   => '',
				)
			)
		);
		foreach ( get_comments( array( 'post_id' => $id ) ) as $comment ) {
			wp_set_comment_status( $comment, 'approve' );
		}
	}
	$made[ $post['name'] ] = array( 'id' => $id, 'content' => get_post( $id )->post_content );
}
echo wp_json_encode( $made );
