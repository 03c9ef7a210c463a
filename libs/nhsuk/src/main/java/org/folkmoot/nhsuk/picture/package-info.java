/**
 * Pictures of figures, drawn on the server as SVG.
 *
 * <p>A {@link org.folkmoot.nhsuk.picture.Picture} has a title, a sentence that says what it shows, and the
 * {@link org.folkmoot.nhsuk.picture.Figures} that it was drawn from, so that a page can show the table beside it and hand
 * out the same figures as a file. The tag {@code nhsukPicture} does all of that.
 *
 * <p>Rules: no colour is the only sign of anything; text keeps its contrast on whatever it stands on; nothing needs a
 * script or an inline style; coordinates are whole numbers and depend on nothing but the figures, so equal figures make
 * equal pictures. Pictures are as wide as a phone and grow a little; their text stays readable at both widths.
 *
 * <p>This package draws. What a figure means, and what is good or bad about it, is the business of whoever gives it.
 */
@NullMarked
package org.folkmoot.nhsuk.picture;

import org.jspecify.annotations.NullMarked;
