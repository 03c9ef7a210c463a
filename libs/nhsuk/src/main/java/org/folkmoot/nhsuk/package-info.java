/**
 * The NHS design system for Qute: one tag for each component of {@code nhsuk-frontend}, and the style sheet and scripts
 * that go with it.
 *
 * <p>{@link org.folkmoot.nhsuk.NhsukTags} makes the tags known to Qute; a component is a function from
 * {@link org.folkmoot.nhsuk.Options} to {@link org.folkmoot.nhsuk.Html}. The options of a component are those of the
 * design system's own macro of that name, so that its documentation is ours. What comes out is compared with the
 * fixtures that the design system ships.
 *
 * <p>Text is escaped, always. Markup is what a template writes between the tags, or a {@link io.quarkus.qute.RawString}
 * that somebody has asked for by name.
 *
 * <p>This package knows nothing of the application that uses it, and draws no NHS logo unless it is told to: the logo is
 * a trade mark.
 */
@NullMarked
package org.folkmoot.nhsuk;

import org.jspecify.annotations.NullMarked;
