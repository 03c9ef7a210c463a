package org.folkmoot.neighbourhood.fhir;

import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** By what resources are searched. FHIR's names, where one resource has another name for the same thing than the next. */
enum SearchParameter {
    ID("_id", SearchParamType.TOKEN, "Ids, several of them separated by commas."),
    PATIENT("patient", SearchParamType.REFERENCE, "The id of the patient, as references say it."),
    PATIENT_IDENTIFIER(
            "patient:identifier",
            SearchParamType.TOKEN,
            "The NHS number (system " + Systems.NHS_NUMBER
                    + "). In the body of a POST to _search, never in an address."),
    STATUS("status", SearchParamType.TOKEN, "Statuses, several of them separated by commas."),
    FOCUS("focus", SearchParamType.REFERENCE, "The ServiceRequest that the task is to fulfil."),
    CARE_TEAM("care-team", SearchParamType.REFERENCE, "The CareTeam whose plan it is."),
    BASED_ON("based-on", SearchParamType.REFERENCE, "The ServiceRequest that it tells of."),
    IDENTIFIER(
            "identifier",
            SearchParamType.TOKEN,
            "The ODS code of a practice (system " + Systems.ODS_CODE + "), or the id of a team (system " + Systems.URI
                    + ", value urn:uuid:…).");

    private final String text;
    private final SearchParamType type;
    private final String words;

    SearchParameter(String text, SearchParamType type, String words) {
        this.text = text;
        this.type = type;
        this.words = words;
    }

    String text() {
        return text;
    }

    SearchParamType type() {
        return type;
    }

    String words() {
        return words;
    }
}
