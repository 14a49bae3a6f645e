package org.asemeducation.stocktake.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan with many parties that coordinate one initiative each, and their people.
 */
final class ManyParties {

	static final int PARTIES = 150;

	static final int PEOPLE = 1_000;

	private ManyParties() {
	}

	static String initiative(int number) {
		return "A01-I%03d".formatted(number);
	}

	/**
	 * The first person of a party.
	 * @param number which party, from 1
	 */
	static String firstPerson(int number) {
		return address(number);
	}

	static String address(int person) {
		return "person%04d@parties.example".formatted(person);
	}

	static Path plan(Path folder) throws IOException {
		String initiatives = IntStream.rangeClosed(1, PARTIES).mapToObj((number) -> """
				  - id: %s
				    title: Initiative %d
				    new: false
				    coordinators:
				    - name: Party %d
				      type: stakeholder
				      role: coordinator
				    activities:
				    - Meet once a year.
				    outcomes_2030: []
				    links: []
				""".formatted(initiative(number), number, number)).collect(Collectors.joining());
		return Files.writeString(folder.resolve("plan.yaml"), """
				document:
				  title: A plan with many parties
				  version: faults
				  dated: 2021-10
				  wording: summary
				objectives:
				- number: 1
				  title: Go on
				  subgoals:
				  - number: '1.1'
				    text: Whatever happens
				actions:
				- number: 1
				  title: Withstand
				  objectives_inferred: ['1.1']
				  initiatives:
				""" + initiatives);
	}

	static String contacts() {
		return IntStream.rangeClosed(1, PEOPLE)
			.mapToObj((person) -> "Party %d,Person %d,%s,en,Europe/Rome,coordinator"
				.formatted((person - 1) % PARTIES + 1, person, address(person)))
			.collect(Collectors.joining("\n", "party,name,e-mail,language,zone,role\n", "\n"));
	}

}
