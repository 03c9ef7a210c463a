package org.folkmoot.portal.frame;

import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it.
 *
 * @param entered what stands in its fields
 * @param request says which request this is, so that sending the form twice does it once
 * @param errors what is wrong with it
 * @param restored whether it is one that was sent after the session had ended
 */
public record Form(Entered entered, String request, FormErrors errors, boolean restored) {

    /** An empty form. */
    public static Form fresh() {
        return of(Entered.NOTHING);
    }

    /** A form that begins with this. */
    public static Form of(Entered entered) {
        return new Form(entered, Request.fresh(), FormErrors.NONE, false);
    }

    /** The form again, with what is wrong with it. */
    public static Form again(Entered entered, FormErrors errors) {
        return new Form(entered, Request.fresh(), errors, false);
    }

    /** What stands in the field. */
    public String text(String name) {
        return entered.text(name);
    }

    /** Whether the box is ticked. */
    public boolean ticked(String name) {
        return entered.ticked(name);
    }

    /** Whether that is among what is chosen in the field. */
    public boolean chosen(String name, String value) {
        return entered.all(name).contains(value);
    }

    /** What is wrong with the field; null if nothing. */
    public @Nullable String at(String name) {
        return errors.at(name);
    }

    /** The name of a part of a field: {@code field('from', 'day')} is {@code from-day}. */
    public String field(String name, String part) {
        return name + "-" + part;
    }

    /** What stands in a part of a field. */
    public String part(String name, String part) {
        return entered.text(field(name, part));
    }
}
