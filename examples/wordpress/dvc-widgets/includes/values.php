<?php
/**
 * What an author may write in an attribute.
 *
 * Authors are trusted with words, not with where a citizen's papers go: addresses lead to this site, to the national
 * portal, or to an origin that the owner of the site has listed.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Elements and their attributes, made from the library's manifest. */
function dvc_widgets_elements(): array {
	static $elements = null;
	if ( null === $elements ) {
		$elements = require __DIR__ . '/elements.php';
	}
	return $elements;
}

/** Scheme, host and port of an address, or nothing where it has none. */
function dvc_widgets_origin( string $address ): ?string {
	$parts = wp_parse_url( $address );
	if ( ! is_array( $parts ) || empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return null;
	}
	return strtolower( $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' ) );
}

/** @return string[] Origins that attributes may lead to; the filter `dvc_widgets_origins` adds to them. */
function dvc_widgets_origins(): array {
	$own = array( dvc_widgets_origin( home_url() ), dvc_widgets_origin( site_url() ), 'https://dichvucong.gov.vn' );
	return array_map( 'strtolower', array_filter( (array) apply_filters( 'dvc_widgets_origins', $own ), 'is_string' ) );
}

/** An address as it may stand in an attribute, or null. What has no beginning of its own is read from the home page. */
function dvc_widgets_address( string $value ): ?string {
	// `{code}` stands for the code of a procedure; WordPress would take its braces away.
	$marked = str_replace( '{code}', 'dvc-code-here', trim( $value ) );
	// Browsers read a backslash as a slash, and leave out blanks that WordPress would take out: neither is guessed at.
	if ( '' === $marked || preg_match( '/[\\\\\x00-\x20\x7f]/', $marked ) ) {
		return null;
	}
	if ( ! preg_match( '#^(?:[a-z][a-z\d+.-]*:|[/?\#])#i', $marked ) ) {
		$marked = home_url( '/' . $marked );
	}
	$clean = esc_url_raw( $marked, array( 'http', 'https' ) );
	// One slash stands for this site, two for another.
	$is_here = preg_match( '#^(?:/(?!/)|[?\#])#', $clean );
	if ( ! $is_here && ! in_array( dvc_widgets_origin( $clean ), dvc_widgets_origins(), true ) ) {
		return null;
	}
	return str_replace( 'dvc-code-here', '{code}', $clean );
}

/**
 * @param array  $rule  `type` and, for a choice, `values`.
 * @param mixed  $value What was written.
 * @return string|bool|null The value, whether a flag is up, or null where it may not be written.
 */
function dvc_widgets_value( array $rule, $value ) {
	if ( ! is_scalar( $value ) ) {
		return null;
	}
	$text = true === $value ? '' : trim( (string) $value );
	switch ( $rule['type'] ) {
		case 'flag':
			return ! in_array( $value, array( false, 'false', '0', 'no' ), true );
		case 'number':
			return is_numeric( $text ) ? $text : null;
		case 'choice':
			return in_array( $text, $rule['values'], true ) ? $text : null;
		case 'address':
			return dvc_widgets_address( $text );
		case 'addresses':
			$all = array_map( 'dvc_widgets_address', preg_split( '/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY ) );
			return $all && ! in_array( null, $all, true ) ? implode( ' ', $all ) : null;
		default:
			return $text;
	}
}

/** Whether addresses may stay in a tag as an author wrote it, in the raw text of a post. */
function dvc_widgets_are_addresses_kept( string $value ): bool {
	$written = preg_split( '/\s+/', wp_specialchars_decode( $value, ENT_QUOTES ), -1, PREG_SPLIT_NO_EMPTY );
	foreach ( $written as $one ) {
		if ( dvc_widgets_address( $one ) !== $one ) {
			return false;
		}
	}
	return (bool) $written;
}
