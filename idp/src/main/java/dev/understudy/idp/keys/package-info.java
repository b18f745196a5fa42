/** What the keys of the providers are kept in, and certified by. */
package dev.understudy.idp.keys;
