package org.asemeducation.stocktake;

import java.util.List;

import org.asemeducation.stocktake.rehearsal.Rehearse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Stocktake, or a rehearsal when the first word says so.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class StocktakeApplication {

	public static void main(String[] arguments) {
		List<String> words = List.of(arguments);
		if (!words.isEmpty() && "rehearse".equals(words.get(0))) {
			System
				.exit(Rehearse.run(StocktakeApplication.class, words.subList(1, words.size()), System.out, System.err));
		}
		SpringApplication.run(StocktakeApplication.class, arguments);
	}

}
