/**
 * The neighbourhood service: a person is referred to a team, one case manager owns their care, and those who sent them are told.
 *
 * <p>Patients' data live here and only here. What identifies a patient, and what is written about one, is sealed under a key of
 * the patient's own; announcements carry identifiers, codes of organisations, dates and coded facts.
 *
 * <ol>
 *   <li>{@code seal}: keys of the installation, of the ICS and of each patient, and what is sealed with them.
 *   <li>{@code place}: a copy of the registry's practices and neighbourhoods.
 *   <li>{@code access}: who may see a patient and why, and the record of everybody who looked.
 *   <li>{@code team}: teams, their members, and what they can take on.
 *   <li>{@code patient}: people, each known once.
 *   <li>{@code referral}: referrals from draft to closure, the journey that they make up, its clock and its pauses.
 *   <li>{@code casemanager}: who owns a person's care from acceptance to closure, and how it is handed over.
 *   <li>{@code sharing}: which parts of a record are open to whom, and decisions to share it.
 *   <li>{@code care}, {@code mdt}, {@code update}: assessment and care plan, meetings about people, what the GP is told.
 *   <li>{@code breakglass}: who opens a record in need.
 *   <li>{@code measure}, {@code notification}, {@code retention}: figures, news of the NHS about a patient, erasure.
 *   <li>{@code fhir}: all of this as FHIR R4.
 * </ol>
 *
 * A package knows those before it and none after it. What comes after plugs in by an interface of what comes before
 * ({@link org.folkmoot.neighbourhood.referral.CaseManagement}).
 */
@NullMarked
package org.folkmoot.neighbourhood;

import org.jspecify.annotations.NullMarked;
