package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows whom a contacts file would invite, and loads it with those who are to be invited.
 * The file travels in the page: nothing of it is kept until it is loaded.
 */
@Controller
@RequestMapping("/desk/contacts")
class NewContactsPage {

	/** What a form of its own can carry back, several thousand people. */
	private static final int LARGEST = 500_000;

	private final LoadContacts loadContacts;

	private final Contacts contacts;

	private final CurrentPerson person;

	NewContactsPage(LoadContacts loadContacts, Contacts contacts, CurrentPerson person) {
		this.loadContacts = loadContacts;
		this.contacts = contacts;
		this.person = person;
	}

	@PostMapping("/preview")
	ModelAndView preview(@RequestParam MultipartFile file) throws IOException {
		this.person.get().requireSecretariat();
		byte[] bytes = file.getBytes();
		try {
			if (bytes.length > LARGEST) {
				throw new IllegalArgumentException(
						"The file is larger than 500 kB: split it and load one part after the other.");
			}
			return new ModelAndView("contacts-preview").addObject("found", this.loadContacts.preview(bytes))
				.addObject("file", Base64.getEncoder().encodeToString(bytes));
		}
		catch (ContactsRejectedException ex) {
			return refused().addObject("rejected", ex.rows());
		}
		catch (IllegalArgumentException ex) {
			return refused().addObject("problem", ex.getMessage());
		}
	}

	@PostMapping("/invitations")
	ModelAndView load(@RequestParam String file, @RequestParam(defaultValue = "") Set<String> seen,
			@RequestParam(defaultValue = "") Set<String> invite, RedirectAttributes next) {
		Person me = this.person.get().requireSecretariat();
		try {
			LoadedContacts loaded = this.loadContacts.load(Base64.getDecoder().decode(file), seen, invite, me.userId());
			next.addFlashAttribute("done", loaded.inWords());
			return new ModelAndView("redirect:/desk/contacts");
		}
		catch (ContactsRejectedException ex) {
			return refused().addObject("rejected", ex.rows());
		}
		catch (IllegalArgumentException ex) {
			return refused().addObject("problem", ex.getMessage());
		}
	}

	private ModelAndView refused() {
		return new ModelAndView("contacts", HttpStatus.UNPROCESSABLE_ENTITY).addObject("contacts",
				this.contacts.page("", 1));
	}

}
