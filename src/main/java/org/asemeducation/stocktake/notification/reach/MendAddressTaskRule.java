package org.asemeducation.stocktake.notification.reach;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What is said about "Mend address": its name tells for whom the person works and not who
 * it is, since the engine keeps it.
 */
@Component
class MendAddressTaskRule implements TaskRule {

	private final Unreachables unreachables;

	MendAddressTaskRule(Unreachables unreachables) {
		this.unreachables = unreachables;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(MendAddressProcess.MEND_ADDRESS);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		String whom = this.unreachables.find(MendAddressProcess.contact(about))
			.map(Unreachable::parties)
			.filter((parties) -> !parties.isEmpty())
			.map((parties) -> "a contact of " + parties)
			.orElse("a contact");
		return new Face("Mail does not reach " + whom, null);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.unreachables.find(MendAddressProcess.contact(about)).isEmpty() ? Optional.empty()
				: Optional.of("Use the form of this task: the address is neither mended nor said to be right.");
	}

}
