package org.folkmoot.neighbourhood.patient;

/** The names under which a patient's fields are sealed ({@link org.folkmoot.neighbourhood.seal.PatientKey}). */
public final class SealedFields {

    public static final String NHS_NUMBER = "patient.nhs_number";
    public static final String FAMILY_NAME = "patient.family_name";
    public static final String GIVEN_NAME = "patient.given_name";
    public static final String BIRTH_DATE = "patient.birth_date";

    static final String GENDER = "patient.gender";
    static final String ADDRESS = "patient.address";
    static final String POSTCODE = "patient.postcode";
    static final String PHONE = "patient.phone";
    static final String DIED_ON = "patient.died_on";

    private SealedFields() {}
}
