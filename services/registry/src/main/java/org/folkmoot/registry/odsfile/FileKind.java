package org.folkmoot.registry.odsfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of file that the national directory is made from. In the order in which files of one date are taken in: what
 * an organisation is comes before what another file says about it.
 */
public enum FileKind {
    /** Prescribing cost centres, GP practices among them. 27 columns, no header, two dialects. */
    COST_CENTRES("epraccur"),
    /** NHS trusts. 27 columns, no header. */
    TRUSTS("etr"),
    /** Branch surgeries. 27 columns, no header. */
    BRANCHES("ebranchs"),
    /** Primary care networks. */
    PCN_DETAILS(
            "epcn-pcn-details",
            "PCN CODE,PCN NAME,CURRENT SUB ICB LOC CODE,SUB ICB LOCATION,OPEN DATE,CLOSE DATE,"
                    + "ADDRESS LINE 1,ADDRESS LINE 2,ADDRESS LINE 3,ADDRESS LINE 4,ADDRESS LINE 5,POSTCODE"),
    /** All sub-ICB locations with their ICB and region. */
    GEOGRAPHY(
            "icb-subicb-region",
            "COMM_REGION_CODE,ONS_COMM_REGION_CODE,COMM_REGION_NAME,ICB_CODE,ONS_ICB_CODE,ICB_NAME,"
                    + "SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,PRACTICES_IN_MAP"),
    /** The patient register's map: practice, network, sub-ICB location, ICB, region, supplier of its clinical system. */
    REGISTER_MAP(
            "gp-reg-pat-prac-map",
            "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,"
                    + "ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,"
                    + "ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME"),
    /** Dated memberships of practices in networks. */
    MEMBERSHIPS(
            "epcn-core-partner-details",
            "PARTNER ORGANISATION CODE,PARTNER NAME,PRACTICE PARENT SUB ICB LOC CODE,"
                    + "PRACTICE PARENT SUB ICB LOC NAME,PCN CODE,PCN NAME,PCN PARENT SUB ICB LOC CODE,PCN PARENT SUB ICB LOC NAME,"
                    + "PRACTICE TO PCN RELATIONSHIP START DATE,PRACTICE TO PCN RELATIONSHIP END DATE,"
                    + "PRACTICE SUB ICB LOC AND PCN SUB ICB LOC MATCH"),
    /** Registered patients by practice. */
    LIST_SIZES(
            "gp-reg-pat-prac-all",
            "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,"
                    + "SEX,AGE,NUMBER_OF_PATIENTS"),
    /** Registered patients by network, sub-ICB location, ICB. */
    LIST_TOTALS("org-list-sizes", "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,SEX,AGE,NUMBER_OF_PATIENTS"),
    /** Organisations that changed, and no others: see {@link ChangesFile}. */
    CHANGES("ods-changes", ChangesFile.HEADER);

    private final String slug;
    /** Made by {@code List.of}, which the compiler's check cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> header;

    FileKind(String slug) {
        this.slug = slug;
        this.header = List.of();
    }

    FileKind(String slug, String header) {
        this.slug = slug;
        this.header = List.of(header.split(",", -1));
    }

    /** The name by which reports call the kind: the publisher's own name of the file. */
    public String slug() {
        return slug;
    }

    /** The kind of that slug, or empty. */
    public static Optional<FileKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }

    /** The published header in upper case; empty for the kinds that have none. */
    List<String> header() {
        return header;
    }

    boolean hasHeader() {
        return !header.isEmpty();
    }
}
