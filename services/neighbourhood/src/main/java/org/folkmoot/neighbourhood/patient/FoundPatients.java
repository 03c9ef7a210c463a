package org.folkmoot.neighbourhood.patient;

import java.util.List;

/** Whom a search found, of those whom the caller may see: one patient or none. */
record FoundPatients(List<PatientView> items) {}
