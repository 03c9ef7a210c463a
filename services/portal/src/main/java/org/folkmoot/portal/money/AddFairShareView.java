package org.folkmoot.portal.money;

import java.util.List;
import org.folkmoot.portal.frame.Form;

/**
 * The form for a fair share.
 *
 * @param rules by which of them an amount can be divided
 */
public record AddFairShareView(List<ShareRule> rules, Form form) {}
