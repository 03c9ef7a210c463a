package org.folkmoot.registry.model;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.link.Link;

/**
 * Who stands behind a practice on a day.
 *
 * @param because the links that decided the model: none where nothing is recorded
 * @param employers who employed its GPs
 * @param contractHolders who held its contract: one, or none recorded
 * @param owners who owned it
 * @param budgetHolders who held its budget: one, or none recorded
 * @param memberships the federations and the superpartnership in which it was
 * @param links all of its links on that day, on either side
 */
record PracticeModel(
        Organisation practice,
        LocalDate asAt,
        OperatingModel model,
        List<Link> because,
        List<Organisation> employers,
        List<Organisation> contractHolders,
        List<Organisation> owners,
        List<Organisation> budgetHolders,
        List<Organisation> memberships,
        List<Link> links) {}
