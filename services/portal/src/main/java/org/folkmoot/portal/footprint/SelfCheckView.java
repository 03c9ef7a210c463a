package org.folkmoot.portal.footprint;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/**
 * The form in which a network says how fit it is.
 *
 * @param pcn its code
 * @param name what people call it
 */
public record SelfCheckView(String pcn, String name, List<SelfCheckQuestion> questions, Form form) {}
