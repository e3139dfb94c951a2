<?php
/**
 * For functions.php of the (child) theme, where the editor takes scripts or unknown tags out: the script goes into every page's head,
 * and a shortcode makes the tag. In the text of a page then stands only
 *
 *     [canyu-survey study="our-project" wave="pre" group="resident"]
 *
 * Upload the folder dist/ as canyu/ into the theme. Needs WordPress 6.5; before, print the script tag on wp_head.
 */
add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script_module('canyu', get_stylesheet_directory_uri() . '/canyu/canyu.js');
});

add_shortcode('canyu-survey', function ($given) {
    $names = ['study' => '', 'src' => '', 'wave' => '', 'group' => '', 'community' => '', 'form' => '', 'lang' => ''];
    $attributes = '';
    foreach (array_filter(shortcode_atts($names, $given)) as $name => $value) {
        $attributes .= sprintf(' %s="%s"', $name, esc_attr($value));
    }
    return "<canyu-survey$attributes></canyu-survey>";
});
