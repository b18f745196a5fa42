/** AWS Signature Version 4: reading, verifying, signing. */
module dev.understudy.signature {
    requires static org.jspecify;

    exports dev.understudy.signature;
}
