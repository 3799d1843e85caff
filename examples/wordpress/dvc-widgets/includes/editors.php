<?php
/**
 * What editors need: the block, and tags that survive saving.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** One block for all elements, drawn by the server; its editor needs no build. */
function dvc_widgets_register_block(): void {
	$plugin = dirname( __DIR__ ) . '/dvc-widgets.php';
	wp_register_script(
		'dvc-widgets-block',
		plugins_url( 'block/editor.js', $plugin ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		get_file_data( $plugin, array( 'version' => 'Version' ) )['version'],
		true
	);
	wp_add_inline_script(
		'dvc-widgets-block',
		'window.dvcWidgetsElements = ' . wp_json_encode( dvc_widgets_elements() ) . ';',
		'before'
	);
	register_block_type( dirname( __DIR__ ) . '/block', array( 'render_callback' => 'dvc_widgets_render_block' ) );
}

/**
 * Tags that stay in posts of those who may not write any markup they like. Comments get none.
 *
 * @param array        $tags    Allowed tags.
 * @param string|array $context What the text is for.
 */
function dvc_widgets_allow_tags( $tags, $context ) {
	if ( 'post' !== $context || ! is_array( $tags ) ) {
		return $tags;
	}
	foreach ( dvc_widgets_elements() as $element => $known ) {
		$allowed = array( 'lang' => true, 'class' => true, 'id' => true );
		foreach ( $known['attributes'] as $name => $rule ) {
			$is_address       = in_array( $rule['type'], array( 'address', 'addresses' ), true );
			$allowed[ $name ] = $is_address ? array( 'value_callback' => 'dvc_widgets_are_addresses_kept' ) : true;
		}
		$tags[ "dvc-$element" ] = $allowed;
	}
	return $tags;
}

/**
 * The classic editor drops what it does not know. A tag that stands in a line is marked with `~`.
 *
 * @param array $options Of TinyMCE.
 */
function dvc_widgets_keep_tags_in_classic_editor( array $options ): array {
	$tags  = array();
	$valid = array();
	foreach ( dvc_widgets_elements() as $element => $known ) {
		$tags[]  = ( 'level-badge' === $element ? '~' : '' ) . "dvc-$element";
		$valid[] = "dvc-{$element}[lang|class|id|" . implode( '|', array_keys( $known['attributes'] ) ) . ']';
	}
	foreach ( array( 'custom_elements' => $tags, 'extended_valid_elements' => $valid ) as $name => $more ) {
		$options[ $name ] = implode( ',', array_filter( array_merge( array( $options[ $name ] ?? '' ), $more ) ) );
	}
	return $options;
}
