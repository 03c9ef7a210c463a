/**
 * Integration cases: a practice considers joining a trust or another body.
 *
 * <p>A case holds the options that were considered and who proposed each, due diligence item by item with its evidence, what
 * the local medical committee says of it, and what the practice decided, with its reason. To decline is recorded with the
 * same care as to join. Everything is added and nothing altered: a case that is reopened keeps its earlier decision, and the
 * next one stands below it.
 *
 * <p>Who writes what: options and due diligence the practice or the ICS's administrator, statements the local medical
 * committee alone, the decision the practice alone. Both may reopen. Who reads what: the practice, the local medical
 * committee and the administrator all of it; everybody else in the ICS the cases that were decided at least once, without
 * the due diligence, which tells of a practice's money and people.
 *
 * <p>A decision is announced. What it brings about in ownership and employment is not recorded here but as links.
 */
@NullMarked
package org.folkmoot.registry.integration;

import org.jspecify.annotations.NullMarked;
