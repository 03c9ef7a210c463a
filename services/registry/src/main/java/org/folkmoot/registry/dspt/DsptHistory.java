package org.folkmoot.registry.dspt;

import java.util.List;

/**
 * What the toolkit said of an organisation over time.
 *
 * @param facts the one that holds on the day first, then those before it
 */
record DsptHistory(String organisation, List<DsptView> facts) {}
