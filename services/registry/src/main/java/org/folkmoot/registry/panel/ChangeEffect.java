package org.folkmoot.registry.panel;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a practice around a change of its model.
 *
 * @param on the first day of the new model
 * @param before the months before that of the change
 * @param after that month and those after it
 * @param months all of them, as the panel has them
 */
record ChangeEffect(
        String practice,
        String name,
        LocalDate on,
        String from,
        String to,
        Span before,
        Span after,
        List<PanelRow> months) {}
