package org.asemeducation.stocktake.endorsement.noobjection;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the no-objection round says about its task: an objection is answered by a version
 * that is amended, and has no day of its own.
 */
@Component
class NoObjectionTaskRule implements TaskRule {

	private final EndorsementActs endorsement;

	NoObjectionTaskRule(EndorsementActs endorsement) {
		this.endorsement = endorsement;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(NoObjectionProcess.AMEND_VERSION);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return new Face("%s (%s)".formatted(label, about), null);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.endorsement.areAmendmentsTakenIn(new CycleName(about.cycle())) ? Optional.empty()
				: Optional.of("Use the form of this task: the amendments are not taken in yet.");
	}

}
