/**
 * The register as the secretariat sees and changes it: parties, contacts, who coordinates
 * what.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit.register;

import org.jspecify.annotations.NullMarked;
