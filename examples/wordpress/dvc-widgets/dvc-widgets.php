<?php
/**
 * Plugin Name:       dvc-widgets – Thủ tục hành chính
 * Description:       Ô tìm thủ tục, tờ hướng dẫn, nộp và theo dõi hồ sơ trên trang của xã: mã ngắn [dvc], một khối, và các thẻ <dvc-…>. Không gửi dữ liệu cho bên thứ ba.
 * Version:           0.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            dvc-widgets
 * License:           MIT
 * License URI:       https://spdx.org/licenses/MIT.html
 *
 * It stores nothing: no option, no table, no file. Taking it out leaves the posts as they are, and in them ordinary links.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require __DIR__ . '/includes/values.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/editors.php';
require __DIR__ . '/includes/scripts.php';

add_action( 'wp_enqueue_scripts', 'dvc_widgets_enqueue' );
add_filter( 'script_loader_tag', 'dvc_widgets_script_tag', 10, 3 );
add_shortcode( 'dvc', 'dvc_widgets_shortcode' );
add_action( 'init', 'dvc_widgets_register_block' );
add_filter( 'wp_kses_allowed_html', 'dvc_widgets_allow_tags', 10, 2 );
add_filter( 'tiny_mce_before_init', 'dvc_widgets_keep_tags_in_classic_editor' );
