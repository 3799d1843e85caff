<?php
/*
 * Installs WordPress with its own functions and switches the plugin on. Run by scripts/try-wordpress.mjs:
 *   php install.php FOLDER-OF-WORDPRESS
 */
$_SERVER['HTTP_HOST'] = getenv( 'DVC_WORDPRESS_HOST' );
define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';

/** Nobody is written to. */
function wp_new_blog_notification() {}

require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'Xã Mẫu', 'quan-tri', 'quan-tri@example.com', false, '', getenv( 'DVC_WORDPRESS_PASSWORD' ) );
switch_theme( 'twentytwentythree' );
$failure = activate_plugin( 'dvc-widgets/dvc-widgets.php' );
if ( is_wp_error( $failure ) ) {
	fwrite( STDERR, $failure->get_error_message() . "\n" );
	exit( 1 );
}
wp_insert_user( array( 'user_login' => 'bien-tap', 'user_pass' => wp_generate_password(), 'role' => 'editor' ) );
wp_insert_user( array( 'user_login' => 'tac-gia', 'user_pass' => wp_generate_password(), 'role' => 'author' ) );
// Pictures of those who comment come from another site.
update_option( 'show_avatars', 0 );
// As hosting companies and large sites have it: editors may not write any markup they like.
get_role( 'editor' )->remove_cap( 'unfiltered_html' );
