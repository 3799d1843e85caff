<?php
/*
 * Takes the plugin out as its page in WordPress does, and prints what of it is left: names of options, of tables, of files.
 *   php remove.php FOLDER-OF-WORDPRESS
 */
$_SERVER['HTTP_HOST'] = getenv( 'DVC_WORDPRESS_HOST' );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

$before = $GLOBALS['wpdb']->get_col( 'SHOW TABLES' );
deactivate_plugins( 'dvc-widgets/dvc-widgets.php' );
$done = delete_plugins( array( 'dvc-widgets/dvc-widgets.php' ) );
if ( true !== $done ) {
	fwrite( STDERR, "The plugin could not be deleted.\n" );
	exit( 1 );
}
global $wpdb;
$options = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%dvc%' OR ( option_name <> 'recently_activated' AND option_value LIKE '%dvc-widgets/%' )" );
$metas   = $wpdb->get_col( "SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%dvc%' UNION SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%dvc%'" );
echo wp_json_encode(
	array_merge( $options, $metas, preg_grep( '/dvc/', $before ), glob( WP_PLUGIN_DIR . '/*dvc*' ) )
);
