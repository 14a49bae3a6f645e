package org.asemeducation.stocktake;

import java.util.List;

import org.asemeducation.stocktake.backup.Backup;
import org.asemeducation.stocktake.backup.MakePack;
import org.asemeducation.stocktake.backup.Restore;
import org.asemeducation.stocktake.backup.Verify;
import org.asemeducation.stocktake.rehearsal.Rehearse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Stocktake, or what the first word says: a rehearsal, a backup, a hand-over pack,
 * a check of one of them, a restore.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class StocktakeApplication {

	public static void main(String[] arguments) {
		List<String> words = List.of(arguments);
		List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
		switch (words.isEmpty() ? "" : words.get(0)) {
			case "rehearse" -> System.exit(Rehearse.run(StocktakeApplication.class, rest, System.out, System.err));
			case "backup" -> System.exit(Backup.run(rest, System.out, System.err));
			case "archive" -> System.exit(MakePack.run(rest, System.out, System.err));
			case "verify" -> System.exit(Verify.run(rest, System.out, System.err));
			case "restore" -> System.exit(Restore.run(rest, System.out, System.err));
			default -> SpringApplication.run(StocktakeApplication.class, arguments);
		}
	}

}
