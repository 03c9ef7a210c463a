package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a list.
 *
 * @param kind {@code practice}, {@code pcn}, {@code icb}, {@code sub-icb}, {@code region}, {@code trust}, {@code branch}
 *     or {@code other}
 * @param status {@code open}, {@code closed}, {@code dormant} or {@code proposed} on the day asked about
 * @param icb the ICB it belongs to; the commissioner's, not that of its place
 * @param pcn the network it is a core member of
 * @param pcnName what the directory calls that network
 * @param listSize registered patients of a practice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationSummary(
        String code,
        String kind,
        String name,
        String status,
        @Nullable String postcode,
        @Nullable String icb,
        @Nullable String pcn,
        @Nullable String pcnName,
        @Nullable Integer listSize) {}
