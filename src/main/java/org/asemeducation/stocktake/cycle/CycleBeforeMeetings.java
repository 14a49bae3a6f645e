package org.asemeducation.stocktake.cycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.engine.Crossing;
import org.asemeducation.stocktake.engine.EarlierModel;

import org.springframework.stereotype.Component;

/**
 * {@code cycle.bpmn} before meetings had a model of their own: four tasks "Record …", and
 * an endorsement that waited for SOM2 and the ASEMME but not for the decisions about
 * drafts.
 */
@Component
class CycleBeforeMeetings implements EarlierModel {

	private static final String READY_TO_ENDORSE = "parallelGateway_readyToEndorse";

	private static final String READY_TO_CLOSE = "parallelGateway_readyToClose";

	private static final String ENDORSEMENT = "callActivity_endorsement";

	private static final Set<String> BEFORE_THE_FREEZE = Set.of(CycleProcess.SEND_REQUESTS, "serviceTask_startUpdates",
			"serviceTask_queueRequests", CycleProcess.CLOSE_GATHERING, "serviceTask_freezeUpdates");

	/** Meetings whose records the endorsement waited for. */
	private static final Set<MeetingKind> ENDORSED_AFTER = Set.of(MeetingKind.SOM2, MeetingKind.ASEMME);

	@Override
	public String process() {
		return "cycle";
	}

	@Override
	public boolean isThisOne(Set<String> elements) {
		return elements.contains(RecordTasks.task(MeetingKind.ISOM));
	}

	@Override
	public Set<String> gone() {
		Set<String> gone = new HashSet<>(Set.of(READY_TO_ENDORSE));
		for (MeetingKind kind : MeetingKind.values()) {
			gone.add(RecordTasks.task(kind));
		}
		return gone;
	}

	@Override
	public Crossing crossing(Map<String, Integer> tokens) {
		Set<String> ends = new HashSet<>();
		List<String> begins = new ArrayList<>();
		List<String> removes = new ArrayList<>();
		List<String> follows = new ArrayList<>();
		for (MeetingKind kind : MeetingKind.values()) {
			if (tokens.containsKey(RecordTasks.task(kind))) {
				ends.add(RecordTasks.task(kind));
				begins.add("callActivity_" + word(kind));
			}
			else if (ENDORSED_AFTER.contains(kind)) {
				follows.add("flow_%sToReadyToClose".formatted(word(kind)));
			}
		}
		if (tokens.containsKey(READY_TO_ENDORSE)) {
			ends.add(READY_TO_ENDORSE);
		}
		if (tokens.keySet().stream().noneMatch(BEFORE_THE_FREEZE::contains)) {
			reportAndDrafts(tokens, ends, removes, follows);
		}
		return new Crossing(ends, begins, removes, follows);
	}

	/** Both come before the endorsement today. */
	private static void reportAndDrafts(Map<String, Integer> tokens, Set<String> ends, List<String> removes,
			List<String> follows) {
		boolean draftsDecided = !tokens.containsKey("userTask_decideDrafts");
		boolean endorsing = tokens.containsKey(ENDORSEMENT);
		if (draftsDecided) {
			removes.add(READY_TO_CLOSE);
		}
		if (endorsing && !draftsDecided) {
			ends.add(ENDORSEMENT); // begins anew once they are
		}
		if (endorsing && draftsDecided) {
			return;
		}
		if (!tokens.containsKey("callActivity_report")) {
			follows.add("flow_reportToReadyToEndorse");
		}
		if (draftsDecided) {
			follows.add("flow_draftsDecidedToReadyToEndorse");
		}
	}

	private static String word(MeetingKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
