package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTest {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@CsvSource({ "Sun-Hee, O, Correct-Horse-7-Battery", "Li, E, Correct-Horse-7-Battery",
			"Eva, Numbered-7, Correct-Horse-7-Battery" })
	void aShortNameForbidsNothing(String first, String last, String password) {
		assertThat(accepts(password, person(first, last))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Maria, Borg, Hello-Maria-2026", "Maria, Borg, Of-The-bOrg-99", "Anne-Sophie, Li, My.sophie.2026.X" })
	void aNameThatCanBeGuessedIsRefused(String first, String last, String password) {
		assertThat(accepts(password, person(first, last))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Short-7", "no-capital-letter-7", "NO-SMALL-LETTER-7", "No-Digit-At-All", "NoSpecialCharacter7" })
	void theEnginesOtherRulesHold(String password) {
		assertThat(accepts(password, person("Eva", "O"))).isFalse();
	}

	private boolean accepts(String password, User person) {
		return this.rules.getRules().stream().allMatch((rule) -> rule.execute(password, person));
	}

	private static User person(String first, String last) {
		User person = new UserEntity("user42");
		person.setFirstName(first);
		person.setLastName(last);
		return person;
	}

}
