package org.folkmoot.portal.term;

/**
 * Where something stands, in words and as the colour of a tag.
 *
 * @param words such as "In triage"
 * @param colour as the design system names it
 */
public record Mark(String words, String colour) {}
