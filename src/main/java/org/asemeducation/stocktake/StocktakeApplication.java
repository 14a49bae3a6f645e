package org.asemeducation.stocktake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Stocktake.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StocktakeApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(StocktakeApplication.class, arguments);
	}

}
