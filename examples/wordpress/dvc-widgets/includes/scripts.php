<?php
/**
 * The library on the page: its style sheet, its loader, and what the owner of the site says for all elements.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What holds for all elements of the site, as the loader knows it: `catalog`, `levels`, `gateway`, `detail-url` …
 *
 * Files laid by hand into `uploads/dvc/` are used without any setting. Constants of wp-config.php go before them, and the
 * filter `dvc_widgets_settings` before those. Only the owner of the site can write any of these.
 *
 * @return array<string, string>
 */
function dvc_widgets_settings(): array {
	$settings = array();
	$uploads  = wp_get_upload_dir();
	foreach ( array( 'catalog', 'levels', 'lang' ) as $name ) {
		$constant = 'DVC_WIDGETS_' . strtoupper( $name );
		if ( defined( $constant ) ) {
			$settings[ $name ] = (string) constant( $constant );
		} elseif ( 'lang' !== $name && is_readable( $uploads['basedir'] . "/dvc/$name.json" ) ) {
			$settings[ $name ] = $uploads['baseurl'] . "/dvc/$name.json";
		}
	}
	return array_filter( (array) apply_filters( 'dvc_widgets_settings', $settings ), 'is_string' );
}

/** Puts the style sheet that keeps places, and the loader, on every page: elements may stand in any post, widget or theme. */
function dvc_widgets_enqueue(): void {
	$plugin  = dirname( __DIR__ ) . '/dvc-widgets.php';
	$version = get_file_data( $plugin, array( 'version' => 'Version' ) )['version'];
	wp_enqueue_style( 'dvc-widgets', plugins_url( 'dvc/dvc.css', $plugin ), array(), $version );
	wp_enqueue_script( 'dvc-widgets', plugins_url( 'dvc/dvc.loader.min.js', $plugin ), array(), $version, false );
}

/**
 * The loader is a module, and reads its settings from its own tag.
 *
 * @param string $tag    The tag as WordPress wrote it.
 * @param string $handle The script's name.
 * @param string $src    The script's address.
 */
function dvc_widgets_script_tag( string $tag, string $handle, string $src ): string {
	if ( 'dvc-widgets' !== $handle ) {
		return $tag;
	}
	$options = '';
	foreach ( dvc_widgets_settings() as $name => $value ) {
		if ( preg_match( '/^[a-z]+(-[a-z]+)*$/', $name ) ) {
			$options .= sprintf( ' data-%s="%s"', $name, esc_attr( $value ) );
		}
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- this is the enqueued one.
	return sprintf( "<script type=\"module\" src=\"%s\"%s></script>\n", esc_url( $src ), $options );
}
