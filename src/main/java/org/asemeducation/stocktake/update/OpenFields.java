package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.springframework.stereotype.Component;

/**
 * Which fields of a returned update may change: those that a remark is on, and whatever
 * must be completed before anything can be submitted. An answer that came back in place
 * of an update opens everything.
 */
@Component
public class OpenFields {

	private final FixLists fixLists;

	private final Revisions revisions;

	private final CycleInitiatives initiatives;

	private final Completions completions;

	private final Programmes programmes;

	OpenFields(FixLists fixLists, Revisions revisions, CycleInitiatives initiatives, Completions completions,
			Programmes programmes) {
		this.fixLists = fixLists;
		this.revisions = revisions;
		this.initiatives = initiatives;
		this.completions = completions;
		this.programmes = programmes;
	}

	/**
	 * The fields that may change.
	 * @param key which update
	 * @return the form's names, or nothing when every field is open
	 */
	public Optional<Set<String>> of(UpdateKey key) {
		Optional<FixList> list = this.fixLists.open(key);
		return returned(key, list).map((base) -> open(key, list.orElseThrow(), base));
	}

	/**
	 * Goes on only when nothing has changed that is not open.
	 * @param key which update
	 * @param content the form's fields, of the right shape
	 * @throws Refused with the fields that changed
	 */
	void requireUntouched(UpdateKey key, ObjectNode content) {
		requireUntouched(key, this.fixLists.open(key), content);
	}

	/** The same, for who has read what the last return asks for. */
	void requireUntouched(UpdateKey key, Optional<FixList> list, ObjectNode content) {
		Optional<ObjectNode> returned = returned(key, list);
		if (returned.isEmpty()) {
			return;
		}
		ObjectNode base = returned.get();
		Set<String> open = open(key, list.orElseThrow(), base);
		Set<String> elsewhere = this.programmes.common(key).isPresent() ? Programmes.COMMON : Set.of();
		ObjectNode asked = Lines.of(key, this.initiatives, this.completions).asked(content);
		List<Problem> changed = new ArrayList<>();
		for (String field : fields(base, asked)) {
			if (!open.contains(field) && !elsewhere.contains(field) && !same(base.path(field), asked.path(field))) {
				changed.add(new Problem(field, "This field is not open for change: put it back as it was."));
			}
		}
		if (!changed.isEmpty()) {
			throw Refused
				.invalid("Nothing is saved: the update of %s came back for %s alone, so %s stays as it was submitted."
					.formatted(key.initiative(), FieldLabel.inWords(open),
							FieldLabel.inWords(List.of(changed.get(0).field()))),
						changed);
		}
	}

	/**
	 * Goes on only where an answer may be given in place of the whole update.
	 * @param key which update
	 * @throws Refused when it came back for single fields
	 */
	public void requireWhole(UpdateKey key) {
		of(key).ifPresent((open) -> {
			throw Refused.conflict(
					"The update of %s came back for %s alone: revise that, or write to the secretariat if there is no update any more."
						.formatted(key.initiative(), FieldLabel.inWords(open)));
		});
	}

	/** What came back for single fields. */
	private Optional<ObjectNode> returned(UpdateKey key, Optional<FixList> list) {
		return list.filter((it) -> !it.opensAll())
			.flatMap((it) -> this.revisions.latest(key))
			.map(Revision::content)
			.filter((content) -> !UpdateForm.isAnswer(content));
	}

	private Set<String> open(UpdateKey key, FixList list, ObjectNode base) {
		Set<String> open = new TreeSet<>(list.fields());
		Lines.of(key, this.initiatives, this.completions)
			.problems(base)
			.stream()
			.map((problem) -> problem.field().split("[.\\[]", 2)[0])
			.forEach(open::add);
		return open;
	}

	private static Set<String> fields(ObjectNode one, ObjectNode other) {
		Set<String> fields = new TreeSet<>();
		one.fieldNames().forEachRemaining(fields::add);
		other.fieldNames().forEachRemaining(fields::add);
		fields.removeAll(UpdateForm.ANSWER);
		return fields;
	}

	/** What says nothing is the same as nothing. */
	private static boolean same(JsonNode one, JsonNode other) {
		return isEmpty(one) ? isEmpty(other) : one.equals(other);
	}

	private static boolean isEmpty(JsonNode value) {
		return value.isValueNode() ? value.asText().isBlank() : value.isEmpty();
	}

}
