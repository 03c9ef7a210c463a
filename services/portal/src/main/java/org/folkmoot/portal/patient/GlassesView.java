package org.folkmoot.portal.patient;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.BreakGlasses.BrokenGlass;

/**
 * Who has broken the glass to the teams that the person leads.
 *
 * @param all whether those at which somebody has looked are wanted, too
 */
public record GlassesView(boolean all, Listing<BrokenGlass> list) {}
