package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.Commitment;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.review.fixlist.AnsweringRemarks;

/**
 * What people do about updates, for the process tests of other stages too.
 */
public class Coordinators {

	/** More than any initiative of the tests is asked about. */
	private static final int LINES = 12;

	private final Writing writing;

	private final FindingCoordinator finding;

	private final DraftDecisions decisions;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final UpdateViews views;

	private final TakingBack takingBack;

	private final Revisions revisions;

	private final AnsweringRemarks fixes;

	private final Troupe troupe;

	Coordinators(AnsweringRemarks fixes, TakingBack takingBack, Revisions revisions, Writing writing,
			FindingCoordinator finding, DraftDecisions decisions, UpdateRequests requests, Drafts drafts,
			UpdateViews views, Troupe troupe) {
		this.fixes = fixes;
		this.takingBack = takingBack;
		this.revisions = revisions;
		this.writing = writing;
		this.finding = finding;
		this.decisions = decisions;
		this.requests = requests;
		this.drafts = drafts;
		this.views = views;
		this.troupe = troupe;
	}

	/**
	 * A form with all that is required.
	 * @param progress what the field of that name says
	 * @return a new object
	 */
	public static ObjectNode form(String progress) {
		ObjectNode form = JsonNodeFactory.instance.objectNode()
			.put("progress", progress)
			.put("completion", "partly-completed")
			.put("aims", "partly-achieved")
			.put("continuation", "ongoing");
		for (int position = 1; position <= LINES; position++) {
			form.withArray("commitments")
				.addObject()
				.put("position", position)
				.put("outcome", "done")
				.put("sentence", "As announced.");
			form.withArray("milestones").addObject().put("position", position).put("outcome", "under-way");
		}
		form.putArray("plans").addObject().put("activity", "Go on").put("when", "2031");
		return form;
	}

	/**
	 * Saves a draft over the last one.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who the person of the troupe
	 * @param progress what the draft says
	 * @return its version
	 */
	public long save(CycleName cycle, String initiative, String who, String progress) {
		return save(cycle, initiative, who, form(progress));
	}

	public long save(CycleName cycle, String initiative, String who, ObjectNode form) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		return this.writing.save(key, version(key), form, this.troupe.user(who)).version();
	}

	/**
	 * Submits without a word to the remarks.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who the person of the troupe
	 * @param form what the update says
	 * @return the number of the revision
	 */
	public int submitOnly(CycleName cycle, String initiative, String who, ObjectNode form) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		return this.writing.submit(key, version(key), form, this.troupe.user(who));
	}

	/**
	 * The draft as it was saved last.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @return a copy
	 */
	public ObjectNode draft(CycleName cycle, String initiative) {
		return this.drafts.find(UpdateKey.of(cycle.value(), initiative)).orElseThrow().content().deepCopy();
	}

	/**
	 * Marks every remark as done that is not answered, and submits over the last draft.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who the person of the troupe
	 * @param progress what the update says
	 * @return the number of the revision
	 */
	public int submit(CycleName cycle, String initiative, String who, String progress) {
		return submit(cycle, initiative, who, form(progress));
	}

	public int submit(CycleName cycle, String initiative, String who, ObjectNode form) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		this.fixes.rehearse(key, Map.of(), this.troupe.user(who));
		return this.writing.submit(key, version(key), form, this.troupe.user(who));
	}

	/**
	 * Takes back what was submitted last.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who the person of the troupe
	 */
	public void takeBack(CycleName cycle, String initiative, String who) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		this.takingBack.takeBack(key, this.revisions.latest(key).orElseThrow().number(), this.troupe.user(who));
	}

	/**
	 * The secretariat finds a coordinator.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param party the party's label
	 */
	public void find(CycleName cycle, String initiative, String party) {
		this.troupe.recast(initiative);
		this.finding.found(UpdateKey.of(cycle.value(), initiative), this.troupe.party(party), this.troupe.user("aes"));
	}

	public void decide(CycleName cycle, Map<String, String> decisions) {
		this.decisions.decide(cycle, decisions, this.troupe.user("aes"));
	}

	/**
	 * Where an update stands.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @return such as {@code requested}, or how it was settled
	 */
	public String standing(CycleName cycle, String initiative) {
		UpdateRequest request = this.requests.find(UpdateKey.of(cycle.value(), initiative)).orElseThrow();
		return (request.settledAs() != null) ? request.settledAs() : request.state().word();
	}

	/**
	 * What the form shows a coordinator as said last time.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who the person of the troupe
	 * @return in their order
	 */
	public List<Commitment> commitments(CycleName cycle, String initiative, String who) {
		String user = this.troupe.user(who);
		return this.views.of(UpdateKey.of(cycle.value(), initiative), new Person(user, who, Set.of())).commitments();
	}

	/**
	 * What the form lets a coordinator do.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param who the person of the troupe
	 * @return {@code submit}, {@code write} or {@code read}
	 */
	public String mayWrite(CycleName cycle, String initiative, String who) {
		UpdateView.May may = this.views
			.of(UpdateKey.of(cycle.value(), initiative), new Person(this.troupe.user(who), who, Set.of()))
			.may();
		return may.submit() ? "submit" : may.write() ? "write" : "read";
	}

	private long version(UpdateKey key) {
		return this.drafts.find(key).map(Draft::version).orElse(0L);
	}

}
