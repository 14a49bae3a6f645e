// Keeps the part of a deep link after "#", which the server never sees. The browser carries it over redirects, but only
// when the form is sent to an address that has it; a provider in between loses it, so it is told to the server.
if (location.hash) {
  for (const form of document.querySelectorAll('form#sign-in')) {
    form.action = new URL(form.action).pathname + location.hash;
  }
  for (const link of document.querySelectorAll('a[data-provider]')) {
    const address = new URL(link.href);
    address.searchParams.set('place', location.hash);
    link.href = address;
  }
}
