package org.folkmoot.portal.model;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form for an organisation that no national file has.
 *
 * @param done what the person has just done; null if nothing
 */
public record AddBodyView(
        List<BodyKind> kinds, Form form, @Nullable String done) {}
