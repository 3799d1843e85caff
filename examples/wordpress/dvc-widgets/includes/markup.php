<?php
/**
 * An element as it stands in a page: by shortcode and by block.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A word to whoever can mend it; visitors don't see it. */
function dvc_widgets_note( string $text ): string {
	return current_user_can( 'edit_posts' ) ? sprintf( '<p class="dvc-widgets-note"><strong>dvc-widgets:</strong> %s</p>', esc_html( $text ) ) : '';
}

/**
 * @param string $element  Name without `dvc-`.
 * @param array  $given    Attributes by name.
 * @param string $fallback What stands inside until the code is there, or where it never comes.
 */
function dvc_widgets_markup( string $element, array $given, string $fallback ): string {
	$elements = dvc_widgets_elements();
	if ( ! isset( $elements[ $element ] ) ) {
		return $fallback . dvc_widgets_note(
			sprintf( 'Không có phần tử “%s”. Chọn một trong: %s.', $element, implode( ', ', array_keys( $elements ) ) )
		);
	}
	$attributes = '';
	$refused    = array();
	foreach ( $given as $name => $value ) {
		$name = strtolower( (string) $name );
		$rule = $elements[ $element ]['attributes'][ $name ] ?? null;
		$safe = null === $rule ? null : dvc_widgets_value( $rule, $value );
		if ( null === $safe ) {
			$refused[] = $name;
		} elseif ( true === $safe ) {
			$attributes .= ' ' . $name;
		} elseif ( false !== $safe ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $safe ) );
		}
	}
	$note = $refused ? dvc_widgets_note( sprintf( 'Bỏ qua thuộc tính không được phép: %s. Xem hướng dẫn của phần cắm.', implode( ', ', $refused ) ) ) : '';
	return sprintf( '<dvc-%1$s%2$s>%3$s</dvc-%1$s>', $element, $attributes, $fallback ) . $note;
}

/** What stands inside where an author left nothing: the national portal takes every procedure. */
function dvc_widgets_default_link(): string {
	return '<a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a>';
}

/**
 * `[dvc element="procedure-lookup" catalog="…"]<a href="…">…</a>[/dvc]`
 *
 * @param array|string $given   Attributes; one without a value comes with a number for its name.
 * @param string|null  $content What it encloses.
 */
function dvc_widgets_shortcode( $given, ?string $content = null ): string {
	$attributes = array();
	foreach ( (array) $given as $name => $value ) {
		if ( is_int( $name ) ) {
			$attributes[ (string) $value ] = true;
		} else {
			$attributes[ $name ] = $value;
		}
	}
	unset( $attributes[''] );
	$element = (string) ( $attributes['element'] ?? '' );
	unset( $attributes['element'] );
	// WordPress has put paragraphs around the lines, which begin or end outside of what is enclosed.
	$inside   = force_balance_tags( wp_kses_post( do_shortcode( (string) $content ) ) );
	$fallback = trim( preg_replace( '#<p>\s*</p>|^\s*</p>|<p>\s*$#', '', $inside ) );
	return dvc_widgets_markup( $element, $attributes, '' === $fallback ? dvc_widgets_default_link() : $fallback );
}

/** @param array $given Attributes of the block: `element`, `options`, `linkText`, `linkUrl`. */
function dvc_widgets_render_block( array $given ): string {
	$address = esc_url( (string) ( $given['linkUrl'] ?? '' ) );
	$text    = (string) ( $given['linkText'] ?? '' );
	$inside  = '' === $address ? dvc_widgets_default_link() : sprintf( '<a href="%s">%s</a>', $address, esc_html( '' === $text ? $address : $text ) );
	$options = isset( $given['options'] ) && is_array( $given['options'] ) ? $given['options'] : array();
	$markup  = dvc_widgets_markup( (string) ( $given['element'] ?? '' ), array_filter( $options, 'dvc_widgets_is_set' ), $inside );
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $markup );
}

/** @param mixed $value Of an option; an emptied box means that there is none. */
function dvc_widgets_is_set( $value ): bool {
	return '' !== $value && false !== $value && null !== $value;
}
