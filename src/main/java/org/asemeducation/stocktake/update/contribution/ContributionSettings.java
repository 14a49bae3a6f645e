package org.asemeducation.stocktake.update.contribution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether partners and stakeholders without an initiative are invited by themselves.
 *
 * @param invite while a cycle gathers
 */
@ConfigurationProperties("stocktake.contributions")
record ContributionSettings(@DefaultValue("true") boolean invite) {
}
