package org.folkmoot.registry.succession;

import java.util.Locale;

/** A kind of thing that an ICS knows, and the rule by which it goes. */
enum Kind {
    LINKS(
            "link where superseded_at is null and act <> 'withdrawn'",
            "link.organisation = any (codes) or link.other = any (codes)",
            "No practice that goes is at either end."),
    BODIES("body", """
            exists (select from link l where l.superseded_at is null and l.act <> 'withdrawn'
                and (l.organisation_body = body.id or l.other_body = body.id)
                and (l.organisation = any (codes) or l.other = any (codes)))
            """, "No link of a practice that goes names them. Those that go stay as well."),
    INTEGRATION_CASES("integration_case", "practice = any (codes)", Kind.OF_OTHERS),
    PRACTICE_BUDGETS("budget_in_force", "practice = any (codes)", Kind.OF_OTHERS),
    PRACTICE_SPENDS("spend_in_force", "practice = any (codes)", Kind.OF_OTHERS),
    BACKLOG_RETURNS("backlog_in_force", "practice = any (codes)", Kind.OF_OTHERS),
    DSPT_STATUSES("dspt_status", "organisation = any (codes)", "They are of organisations that do not go."),
    SELF_CHECKS("pcn_self_check", "pcn = any (codes)", "They are of networks that do not go whole, one way."),
    AREAS(
            "area join area_definition d on (d.tenant_id, d.area_id, d.number) = (area.tenant_id, area.id, area.number)",
            "jsonb_array_length(d.members) > 0 and d.members <@ to_jsonb(codes)",
            "Not all their practices and networks take one way."),
    FAIR_SHARES("fair_share", """
            not exists (select from fair_share_portion p
                where (p.tenant_id, p.fair_share_id) = (fair_share.tenant_id, fair_share.id) and p.practice <> all (codes))
            """, "Not all their practices take one way: each stays whole, as it was made."),
    SHARED_CAPABILITIES(
            "shared_capability",
            "cardinality(practices) > 0 and practices <@ codes",
            "Not all their practices take one way."),
    CONTACTS("contact", "false", "They are of the ICS, not of a practice."),
    CONCENTRATION_THRESHOLDS("concentration_threshold", "false", "They are a choice of the ICS.");

    private static final String OF_OTHERS = "They are of practices that the plan does not name.";

    private final String rows;
    private final String goes;
    private final String why;

    Kind(String rows, String goes, String why) {
        this.rows = rows;
        this.goes = goes;
        this.why = why;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why what stays does. */
    String why() {
        return why;
    }

    /**
     * Asks how many there are and how many go, of the tenant of the transaction. Its one value is the ways, each the codes of
     * what takes it with a blank between them: no code has one.
     */
    String question() {
        return "select count(*) as there, count(*) filter (where exists (select from unnest(?) way"
                + " cross join lateral string_to_array(way, ' ') codes where " + goes + ")) as go from " + rows;
    }
}
