package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An integrated care board in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IcbSummary(String code, String name, @Nullable Named region, OrganisationView.@Nullable ListSize published) {}
