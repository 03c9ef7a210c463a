package org.folkmoot.portal.model;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/** The form for an organisation that no national file has. */
public record AddBodyView(List<BodyKind> kinds, Form form) {}
