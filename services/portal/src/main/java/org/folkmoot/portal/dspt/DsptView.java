package org.folkmoot.portal.dspt;

import java.util.List;

/**
 * How an organisation stood by the toolkit over time.
 *
 * @param organisation its code
 * @param name what people call it
 * @param rows what holds first, then what was before
 */
public record DsptView(String organisation, String name, List<DsptListView.Row> rows) {}
