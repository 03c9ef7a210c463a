/** How long people wait for an assessment, and how their care is planned: by team, network, practice, deprivation and month. */
@NullMarked
package org.folkmoot.portal.measure;

import org.jspecify.annotations.NullMarked;
