package org.asemeducation.stocktake.rehearsal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the demonstration shows beside its accounts.
 *
 * @param cycle whether the first start makes two cycles
 */
@ConfigurationProperties("stocktake.demo")
record DemonstrationSettings(@DefaultValue("true") boolean cycle) {
}
