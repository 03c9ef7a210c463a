/**
 * The registry: the organisations of general practice and who stands behind them.
 *
 * <p>What is here so far is the national directory: {@link org.folkmoot.registry.odsfile} reads the files of NHS England
 * and the Organisation Data Service, {@code release} takes them in with their history, {@code announcement} tells the
 * ICSs what changed, {@code finding} notes what does not fit together, {@code directory} answers questions.
 */
@NullMarked
package org.folkmoot.registry;

import org.jspecify.annotations.NullMarked;
