/**
 * Findings: what does not fit together in the files of the national directory.
 *
 * <p>After each release the directory is looked over. What is found is noted once; it stays open until a person resolves
 * it with a note, or until the files agree again ({@code gone}). It opens again when it comes back, or when its facts
 * change after somebody resolved it. A finding alters nothing in the directory: which file is believed is decided
 * elsewhere.
 *
 * <p>Platform operators see and resolve all, an ICS's administrator those of organisations of that ICS; for him the
 * others are not there.
 */
@NullMarked
package org.folkmoot.registry.finding;

import org.jspecify.annotations.NullMarked;
