package org.asemeducation.stocktake.plan.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChange;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanInForce;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;

import org.springframework.stereotype.Component;

/**
 * What waits for its day takes along who coordinates by then, unless it says itself who
 * does.
 */
@Component
class CarriedParties {

	private final PlanHistory history;

	private final PlanChanges changes;

	private final PlanInForce inForce;

	CarriedParties(PlanHistory history, PlanChanges changes, PlanInForce inForce) {
		this.history = history;
		this.changes = changes;
		this.inForce = inForce;
	}

	/** All that is still to come reads as it will be on its day. */
	void throughAllToCome() {
		Map<InitiativeId, List<PlanParty>> known = new HashMap<>();
		for (PlanChange change : this.changes.waiting()) {
			rows(change, known).forEach((row) -> known.put(row.id(), row.initiative().parties()));
		}
	}

	/** What a change makes of the plan of today. */
	List<PlanRow> rowsOn(PlanChange due) {
		return rows(due, new HashMap<>());
	}

	private List<PlanRow> rows(PlanChange change, Map<InitiativeId, List<PlanParty>> known) {
		List<PlanRow> rows = new ArrayList<>();
		for (PlanRow entered : this.history.ofChange(change.id())) {
			PlanRow row = carried(change, entered, known);
			if (!row.equals(entered)) {
				this.history.carry(change.id(), row);
			}
			rows.add(row);
		}
		return rows;
	}

	private PlanRow carried(PlanChange change, PlanRow row, Map<InitiativeId, List<PlanParty>> known) {
		return switch (Act.of(change.act()).orElseThrow()) {
			case ADD, SPLIT, COORDINATORS -> row;
			case MERGE -> row.with(row.id().value().equals(change.initiative()) ? parties(row.id(), known)
					: PlanRules.joined(parties(row.id(), known),
							parties(new InitiativeId(String.valueOf(change.initiative())), known)));
			case RENAME, MOVE, SUSPEND, REVIVE, END -> row.with(parties(row.id(), known));
		};
	}

	private List<PlanParty> parties(InitiativeId id, Map<InitiativeId, List<PlanParty>> known) {
		List<PlanParty> foreseen = known.get(id);
		return (foreseen != null) ? foreseen : this.inForce.parties(id);
	}

}
