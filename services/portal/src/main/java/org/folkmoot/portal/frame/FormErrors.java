package org.folkmoot.portal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, for the summary above it and beside each field.
 *
 * @param all in the order of the fields
 */
public record FormErrors(List<Mistake> all) {

    /** A form that nobody has sent yet. */
    public static final FormErrors NONE = new FormErrors(List.of());

    /**
     * One mistake.
     *
     * @param field the field's name; null when it is about no field of the form
     * @param text what is wrong, and what would be right
     */
    public record Mistake(@Nullable String field, String text) {

        /** Where on the page the field is; null when there is none. */
        public @Nullable String href() {
            return field == null ? null : "#" + field;
        }
    }

    public FormErrors {
        all = List.copyOf(all);
    }

    /** One mistake. */
    public static FormErrors of(@Nullable String field, String text) {
        return NONE.and(field, text);
    }

    /** These and one more. */
    public FormErrors and(@Nullable String field, String text) {
        var more = new ArrayList<>(all);
        more.add(new Mistake(field, text));
        return new FormErrors(more);
    }

    /** These, and one more unless that is so. */
    public FormErrors unless(boolean right, @Nullable String field, String text) {
        return right ? this : and(field, text);
    }

    /**
     * What a service said against a form.
     *
     * @param labels the form's fields, by the service's name of each value, or its path without the places in lists: the
     *     form's own name of it and how the page calls it. A value that the form does not have stands in the summary alone
     */
    public static FormErrors of(Problem problem, Map<String, Field> labels) {
        var mistakes = new ArrayList<Mistake>();
        for (FieldError error : problem.errors()) {
            Field field = field(error.pointer(), labels);
            Mistake mistake = field == null
                    ? new Mistake(null, sentence(error.detail()))
                    : new Mistake(field.name(), field.label() + " " + withoutStop(error.detail()));
            if (!mistakes.contains(mistake)) {
                mistakes.add(mistake);
            }
        }
        if (mistakes.isEmpty()) {
            mistakes.add(new Mistake(
                    null, problem.detail() == null ? sentence(problem.title()) : sentence(problem.detail())));
        }
        return new FormErrors(mistakes);
    }

    /** A field of a form: its name there, and how the page calls it. */
    public record Field(String name, String label) {}

    /** Whether there is any. */
    public boolean any() {
        return !all.isEmpty();
    }

    /** What is wrong with that field; null if nothing. */
    public @Nullable String at(String field) {
        return all.stream()
                .filter(mistake -> field.equals(mistake.field()))
                .map(Mistake::text)
                .findFirst()
                .orElse(null);
    }

    /**
     * {@code #/roles/0} and {@code #form/roles} are both about {@code roles}; {@code #/options/0/title} is about {@code
     * options/title} where the form has that, and about {@code options} where it does not.
     */
    private static @Nullable Field field(String pointer, Map<String, Field> labels) {
        String path = pointer.substring(pointer.indexOf('/') + 1).replaceAll("/[0-9]+(?=/|$)", "");
        int end = path.indexOf('/');
        Field exact = labels.get(path);
        return exact != null || end < 0 ? exact : labels.get(path.substring(0, end));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
