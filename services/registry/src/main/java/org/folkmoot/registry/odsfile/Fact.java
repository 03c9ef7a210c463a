package org.folkmoot.registry.odsfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one good row of a file says. Texts are stripped and never empty; what the file leaves empty is null. */
public sealed interface Fact {

    /**
     * An organisation: a cost centre, trust, branch surgery or network.
     *
     * @param opened first day of operation; may lie after the file's date
     * @param closed last day of operation
     * @param roles ODS role codes in order, joined by {@code |}; a legacy setting is told in the role codes of today
     * @param address the lines that are not empty, joined by line feeds
     * @param region national grouping
     * @param icb the ICB of the place: for a cost centre that of its postcode, which need not be the commissioner's
     * @param commissioner the sub-ICB location, or whoever commissions it
     * @param parent the practice of a branch surgery
     * @param provider the organisation that column 24 of the file of cost centres names
     */
    record Organisation(
            OrganisationKind kind,
            String code,
            String name,
            OrganisationStatus status,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String roles,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String phone,
            @Nullable String region,
            @Nullable String icb,
            @Nullable String commissioner,
            @Nullable LocalDate commissionerFrom,
            @Nullable LocalDate commissionerTo,
            @Nullable String parent,
            @Nullable String provider)
            implements Fact {}

    /**
     * A practice on the patient register.
     *
     * @param pcn its network, or null where the file says {@code U}: none
     */
    record Registration(
            String practice,
            String name,
            @Nullable String postcode,
            @Nullable String pcn,
            @Nullable String pcnName,
            Area subIcb,
            Area icb,
            Area region,
            @Nullable String supplier)
            implements Fact {}

    /**
     * A footprint.
     *
     * @param ons the statisticians' code for it
     */
    record Area(String code, String name, @Nullable String ons) {}

    /** A sub-ICB location with its ICB and region. */
    record Geography(Area region, Area icb, Area subIcb) implements Fact {}

    /**
     * A practice's membership in a network.
     *
     * @param starts its first day
     * @param ends its last day, or null while it lasts
     */
    record Spell(
            String practice,
            String pcn,
            LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String subIcb) implements Fact {}

    /** How many patients are registered with an organisation, or with those below it. */
    record ListSize(
            ListOf of, String code, int patients, @Nullable String subIcb) implements Fact {}

    /** Whose list a list size is. */
    enum ListOf {
        PRACTICE,
        PCN,
        SUB_ICB,
        ICB,
        REGION,
        ENGLAND
    }
}
