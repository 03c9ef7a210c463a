package org.folkmoot.portal.money;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form for a practice's budget.
 *
 * @param practice its code
 * @param name what it is called
 * @param begins the year in which the financial year begins of which it is set anew; null for a new one
 * @param tag the version that the person looks at; empty for a new one
 */
public record BudgetFormView(
        String practice, String name, @Nullable Integer begins, String tag, Form form) {

    /** The financial year; empty for a new one, of which the form asks it. */
    public String year() {
        return begins == null ? "" : MoneyWords.year(begins);
    }

    /** What it is laid out over. */
    public List<HeadFields> heads() {
        return List.of(HeadFields.values());
    }
}
